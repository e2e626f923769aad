/**
 * A source file beside what its lines have allocated, for {@code heapdrift lines}.
 *
 * <p>{@link dev.heapdrift.analyzer.lines.SourceName} is the file that a user means, as the frames
 * of a snapshot name it; {@link dev.heapdrift.analyzer.lines.SourceFinder} finds its text in
 * folders; {@link dev.heapdrift.analyzer.lines.LineTable} puts the figures of one or two snapshots
 * beside it. What cannot be answered is a {@link dev.heapdrift.analyzer.lines.LinesException} with
 * one line to print. Stateless; everything returned is immutable.
 */
package dev.heapdrift.analyzer.lines;
