/**
 * From snapshots to findings. {@link dev.heapdrift.analyzer.LeakAnalysis} is the whole way in one
 * page: start reading there.
 *
 * <pre>
 *   FILE.hds... -&gt; series -&gt; trend -&gt; detect -&gt; finding -&gt; report (text, json)
 *                        \-&gt; diff  -------------------&gt; report
 * </pre>
 *
 * <p>{@code cli} is the only package that prints, exits or configures logging; all others are pure
 * and may be used as a library.
 */
package dev.heapdrift.analyzer;
