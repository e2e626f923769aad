/**
 * Growth that is known before anybody looks: leaks of published libraries, and growth that ends.
 *
 * <p>{@link dev.heapdrift.analyzer.catalogue.Catalogue} holds {@link
 * dev.heapdrift.analyzer.catalogue.Entry entries}: those of the resource {@code catalogue.json},
 * and those of a file that the user gives; both are read and checked by {@code CatalogueReader}.
 * {@link dev.heapdrift.analyzer.catalogue.Traits} is what entries are compared with. In go the
 * traits of what grows, out comes {@link dev.heapdrift.analyzer.finding.Known}, which reports
 * print; what becomes of a verdict is decided in {@code detect}.
 *
 * <p>Everything is immutable. docs/catalogue.md is written from the data.
 */
package dev.heapdrift.analyzer.catalogue;
