/**
 * A history as a picture, the sibling of the text and JSON reports.
 *
 * <p>{@link dev.heapdrift.analyzer.picture.HistoryPicture} draws panel below panel with XChart onto
 * a Graphics2D, which is a bitmap or Batik's SVG generator; {@link
 * dev.heapdrift.analyzer.picture.HistoryPanels} says what the panels show, PanelStyle how they
 * look. It works without a display. What cannot be drawn or written is a {@link
 * dev.heapdrift.analyzer.picture.PictureException} with one line to print.
 */
package dev.heapdrift.analyzer.picture;
