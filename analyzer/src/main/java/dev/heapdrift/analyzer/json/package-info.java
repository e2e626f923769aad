/**
 * Reads JSON files that people write, strictly: {@link dev.heapdrift.analyzer.json.StrictJson}
 * binds a file to records, whose constructors check what it says; whatever is wrong is a {@link
 * dev.heapdrift.analyzer.json.JsonFileException} with one line that names the file, the place and
 * the key. Stateless. Used for the catalogue, baselines and suppressions.
 */
package dev.heapdrift.analyzer.json;
