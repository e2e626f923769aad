package dev.heapdrift.agent.log;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import dev.heapdrift.agent.files.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps the full file beside the new one, in place of the one that was full before.
 *
 * <p>Logback's own policies build the name from a pattern, in which a folder's name may not hold a
 * percent sign.
 */
final class OneOlderFile extends RollingPolicyBase {

  /** Suffix of the file that was full. */
  static final String SUFFIX = ".1";

  @Override
  public void rollover() throws RolloverFailure {
    Path full = Path.of(getActiveFileName());
    Path older = full.resolveSibling(full.getFileName() + SUFFIX);
    try {
      Files.move(full, older, StandardCopyOption.REPLACE_EXISTING);
      OwnFiles.makeEmpty(full); // logback would make it for everybody to read
    } catch (IOException e) {
      throw new RolloverFailure("cannot move " + full, e);
    }
  }

  @Override
  public String getActiveFileName() {
    return getParentsRawFileProperty();
  }
}
