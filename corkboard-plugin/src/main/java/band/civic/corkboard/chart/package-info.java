/// Numbers as pictures: bars and lines over time, as SVG and as data for interactive charts.
@NullMarked
package band.civic.corkboard.chart;

import org.jspecify.annotations.NullMarked;
