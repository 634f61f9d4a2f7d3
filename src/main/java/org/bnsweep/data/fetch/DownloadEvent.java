package org.bnsweep.data.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bnsweep.data.DataException;

/** What a download tells while it runs, for people to see. */
public sealed interface DownloadEvent {

  /** {@code file} was there and is right; nothing was fetched. */
  record Kept(Path file) implements DownloadEvent {}

  /** {@code bytes} of {@code file} have arrived, of {@code total} if the server says how many. */
  record Receiving(String file, long bytes, OptionalLong total) implements DownloadEvent {}

  /**
   * An attempt failed for {@code reason}, one line; another follows, or another mirror, or the end.
   */
  record AttemptFailed(URI from, String reason) implements DownloadEvent {
    public AttemptFailed {
      reason = DataException.oneLine(reason);
    }
  }

  /** {@code file} was taken out of an archive that is right. */
  record Unpacked(Path file) implements DownloadEvent {}

  /** {@code file} was fetched, found right and put in place. */
  record Placed(Path file, URI from) implements DownloadEvent {}
}
