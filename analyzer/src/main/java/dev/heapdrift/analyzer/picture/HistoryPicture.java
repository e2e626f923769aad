package dev.heapdrift.analyzer.picture;

import dev.heapdrift.analyzer.history.History;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;

/** Draws histories, panel below panel, into one file. */
public final class HistoryPicture {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Newest JVMs drawn; a launcher may have started hundreds. */
  private static final int MOST_HISTORIES = 8;

  /** Pixels of a bitmap for each unit of the layout, so that it stays sharp on fine screens. */
  private static final int SCALE = 2;

  private HistoryPicture() {}

  /**
   * Draws histories; of more than eight, the newest eight.
   *
   * @param histories what to draw; not empty
   * @param format kind of file
   * @param file where to; replaced
   * @throws PictureException when this JDK cannot draw or the file cannot be written
   */
  public static void write(List<History> histories, PictureFormat format, Path file)
      throws PictureException {
    // Before the first class of AWT: there may be no display, and none is needed.
    System.setProperty("java.awt.headless", "true");
    byte[] picture = draw(histories, format);
    try {
      Files.write(file, picture);
    } catch (IOException e) {
      throw new PictureException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  // A JDK without the system's font libraries fails in any of these ways.
  private static byte[] draw(List<History> histories, PictureFormat format)
      throws PictureException {
    try {
      List<XYChart> panels = new ArrayList<>();
      int first = Math.max(0, histories.size() - MOST_HISTORIES);
      for (History history : histories.subList(first, histories.size())) {
        panels.addAll(HistoryPanels.of(history));
      }
      return switch (format) {
        case SVG -> svg(panels);
        case PNG -> png(panels);
      };
    } catch (IOException | ParserConfigurationException | LinkageError | InternalError e) {
      throw new PictureException(
          "this JDK cannot draw (" + e + "); it needs fontconfig and a font", e);
    }
  }

  private static byte[] svg(List<XYChart> panels) throws ParserConfigurationException, IOException {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .getDOMImplementation()
            .createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("heapdrift history");
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(size(panels));
    paint(panels, graphics);
    StringWriter text = new StringWriter();
    graphics.stream(text, true);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(List<XYChart> panels) throws IOException {
    Dimension size = size(panels);
    BufferedImage image =
        new BufferedImage(size.width * SCALE, size.height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    paint(panels, graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void paint(List<XYChart> panels, Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    int top = 0;
    for (XYChart panel : panels) {
      graphics.setTransform(origin);
      graphics.translate(0, top);
      panel.paint(graphics, panel.getWidth(), panel.getHeight());
      top += panel.getHeight();
    }
  }

  private static Dimension size(List<XYChart> panels) {
    return new Dimension(
        panels.stream().mapToInt(XYChart::getWidth).max().orElse(0),
        panels.stream().mapToInt(XYChart::getHeight).sum());
  }
}
