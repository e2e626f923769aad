package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * All containers of one type that one field holds, as {@code tenants[*].cache}: each may be small
 * and the sum a leak.
 *
 * @param holder the field
 * @param type class of the containers
 * @param points the sum of the sizes of those alive, one point a snapshot; the dead count while
 *     they lived, so that survivors alone do not make a trend
 * @param counts how many were alive, one point a snapshot
 * @param members those in the newest snapshot, largest first
 */
public record SiblingSeries(
    String holder,
    String type,
    List<SizePoint> points,
    List<SizePoint> counts,
    List<ContainerSeries> members) {}
