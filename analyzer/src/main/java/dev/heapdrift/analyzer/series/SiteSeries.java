package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * The objects that one allocation site keeps alive, through a run at level {@code sample} or {@code
 * exact}.
 *
 * @param stack the stack most of the live bytes were allocated with, most recent frame first
 * @param type class of the objects
 * @param live what of them was alive in the newest snapshot, and had been tested by a collection
 * @param points such objects alive, one point a snapshot
 */
public record SiteSeries(List<Frame> stack, String type, Estimate live, List<SizePoint> points) {}
