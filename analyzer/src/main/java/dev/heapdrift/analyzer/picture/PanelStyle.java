package dev.heapdrift.analyzer.picture;

import dev.heapdrift.analyzer.report.HistoryWords;
import dev.heapdrift.analyzer.trend.TrendLine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How panels look: two colours that the colour-blind tell apart, and red for trends. */
final class PanelStyle {
  private static final int WIDTH = 1000;
  private static final Color STRONG = new Color(0x0072B2);
  private static final Color WEAK = new Color(0xE69F00);
  private static final Color TREND = new Color(0xD55E00);
  private static final Color BAND = new Color(0xD5, 0x5E, 0x00, 0x28);
  private static final Color GRID = new Color(0xE4E4E4);
  private static final int FONT_SIZE = 12;

  private PanelStyle() {}

  /** An empty panel whose vertical axis begins at zero. */
  static XYChart chart(int height, String vertical, String horizontal) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .yAxisTitle(vertical)
            .xAxisTitle("JVM uptime, " + horizontal)
            .build();
    XYStyler styler = chart.getStyler();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE);
    styler.setBaseFont(font);
    styler.setChartTitleFont(font.deriveFont(Font.BOLD, FONT_SIZE + 1f));
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font);
    styler.setLegendFont(font);
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setYAxisMin(0.0);
    styler.setMarkerSize(5);
    styler.setYAxisTickMarkSpacingHint(48);
    // Labels as wide in each panel, so that the plots stand exactly below each other.
    styler.setYAxisLeftWidthHint(70);
    return chart;
  }

  /** Readings as points. */
  static void points(XYChart chart, String name, double[] x, double[] y, boolean strong) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(strong ? STRONG : WEAK);
  }

  /** What stays as it is until it changes. */
  static void steps(XYChart chart, String name, double[] x, double[] y, boolean strong) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(strong ? STRONG : WEAK);
    series.setLineStyle(new BasicStroke(1.5f));
  }

  /** The trend line, and all lines that the interval of its slope allows through its middle. */
  static void trend(XYChart chart, TrendLine trend, Unit time, Unit bytes) {
    if (trend == null) {
      return;
    }
    double half = (trend.to() - trend.from()) / 2;
    double middle = trend.at(trend.from() + half);
    double low = trend.slope().low() * half;
    double high = trend.slope().high() * half;
    double from = time.of(trend.from());
    double to = time.of(trend.to());
    double[] corners = {middle - high, middle + high, middle + low, middle - low};
    for (int i = 0; i < corners.length; i++) {
      corners[i] = bytes.of(Math.max(0, corners[i]));
    }
    XYSeries band =
        chart.addSeries("95 % interval of the slope", new double[] {from, to, to, from}, corners);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(BAND);
    band.setLineColor(BAND);
    band.setMarker(SeriesMarkers.NONE);
    XYSeries line =
        chart.addSeries(
            HistoryWords.trend(trend),
            new double[] {from, to},
            new double[] {
              bytes.of(Math.max(0, trend.at(trend.from()))),
              bytes.of(Math.max(0, trend.at(trend.to())))
            });
    line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(TREND);
    line.setLineStyle(new BasicStroke(2));
  }
}
