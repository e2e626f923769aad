/**
 * From files to series: which runs there are, and how each container's size went over the whole
 * run.
 *
 * <p>In: folders and snapshot files, see {@link dev.heapdrift.analyzer.series.SnapshotFiles}; out:
 * {@link dev.heapdrift.analyzer.series.Run}s with a {@link
 * dev.heapdrift.analyzer.series.ContainerSeries} for each container and a {@link
 * dev.heapdrift.analyzer.series.SiblingSeries} for each group held by one field, the {@link
 * dev.heapdrift.analyzer.series.Load} beside which they are judged, and the files that could not be
 * read.
 *
 * <p>Snapshots are read one after the other and folded into primitive arrays at once: hundreds of
 * them with tens of thousands of containers each must fit beside each other. Reading is
 * single-threaded; the results are immutable.
 */
package dev.heapdrift.analyzer.series;
