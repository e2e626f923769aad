"""The workloads that Java holds under the same names, for tracemalloc's slowdown.

programs.py NAME        says READY, then answers each line MILLIS with RESULT units nanos cpu_nanos
programs.py NAME once   prints what one unit answers, which is what the Java program answers
programs.py live COUNT  prints the bytes that tracemalloc itself needs per live block
"""
import gc
import heapq
import sys
import time
import tracemalloc
from collections import deque


class Random32:
    """The generator of ANSI C, as in Random32.java."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % bound


class Tree:
    __slots__ = ("left", "right")

    def __init__(self, depth):
        self.left = None if depth == 0 else Tree(depth - 1)
        self.right = None if depth == 0 else Tree(depth - 1)

    def count(self):
        return 1 if self.left is None else 1 + self.left.count() + self.right.count()


class BinaryTrees:
    def __init__(self):
        self.long_lived = Tree(14)

    def unit(self):
        return Tree(10).count() + (0 if self.long_lived.right is None else 1)


class WordCount:
    def __init__(self):
        random = Random32(7)
        self.lines = [
            " ".join("Word%d" % random.below(500) for _ in range(10)) for _ in range(200)
        ]

    def unit(self):
        counts = {}
        for line in self.lines:
            for word in line.split(" "):
                lower = word.lower()
                counts[lower] = counts.get(lower, 0) + 1
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return len(ordered) * 1000 + ordered[0][1]


class EventSimulation:
    def unit(self):
        random = Random32(11)
        agenda = []
        history = deque()
        number = 0
        waiting = 0
        checksum = 0
        heapq.heappush(agenda, (0, number, True))
        number += 1
        for _ in range(2000):
            event = heapq.heappop(agenda)
            event_time, _, arrival = event
            if arrival:
                waiting += 1
                heapq.heappush(agenda, (event_time + 1 + random.below(100), number, False))
                number += 1
                heapq.heappush(agenda, (event_time + 1 + random.below(20), number, True))
                number += 1
            else:
                waiting -= 1
            history.append(event)
            if len(history) > 500:
                history.popleft()
            checksum += waiting
        return checksum + len(history)


class NewObject:
    """Ten thousand allocations a unit at one line, the last 16,384 kept."""

    def __init__(self):
        self.kept = [None] * 16384
        self.next = 0

    def unit(self):
        kept = self.kept
        number = self.next
        for _ in range(10_000):
            kept[number & 16383] = object()
            number += 1
        self.next = number
        return number


WORKLOADS = {
    "binary-trees": BinaryTrees,
    "word-count": WordCount,
    "event-simulation": EventSimulation,
    "new-object": NewObject,
}


def serve(workload):
    print("READY ok", flush=True)
    for line in sys.stdin:
        millis = int(line)
        cpu = time.process_time_ns()
        begin = time.perf_counter_ns()
        end = begin + millis * 1_000_000
        units = 0
        now = begin
        while units == 0 or now < end:
            workload.unit()
            units += 1
            now = time.perf_counter_ns()
        print("RESULT", units, now - begin, time.process_time_ns() - cpu, flush=True)


def bytes_per_live_block(count):
    gc.disable()
    tracemalloc.start()
    before = tracemalloc.get_tracemalloc_memory()
    kept = [object() for _ in range(count)]
    return (tracemalloc.get_tracemalloc_memory() - before) / len(kept)


if __name__ == "__main__":
    if sys.argv[1] == "live":
        print(bytes_per_live_block(int(sys.argv[2])))
    elif sys.argv[2:] == ["once"]:
        print(WORKLOADS[sys.argv[1]]().unit())
    else:
        serve(WORKLOADS[sys.argv[1]]())
