package org.bnsweep.data.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.data.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of one response to a {@link PartFile}, or drops it if it is no answer to the
 * question.
 *
 * <p>The HTTP client calls it on threads of its own; {@link #close} returns only when none of them
 * is or will be writing.
 */
final class PartSubscriber implements BodySubscriber<Void>, AutoCloseable {
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-.*");

  private final CompletableFuture<Void> body = new CompletableFuture<>();
  private final PartFile part;
  private final long cap;
  private volatile long lastArrival = System.nanoTime();
  private volatile long received;
  private volatile OptionalLong total = OptionalLong.empty();
  private volatile @Nullable Exception failure;
  private @Nullable Subscription subscription;
  private boolean wanted;
  private boolean closed;

  /** For a body of which {@code part} may already have the first bytes; at most {@code cap}. */
  PartSubscriber(PartFile part, long cap) {
    this.part = part;
    this.cap = cap;
    this.received = part.length();
  }

  /** Decides from the head of the response what to do with its body. */
  synchronized PartSubscriber begin(ResponseInfo head) {
    lastArrival = System.nanoTime();
    int status = head.statusCode();
    wanted = !closed && (status == 200 || status == 206);
    if (!wanted) {
      return this;
    }
    try {
      if (status == 200) {
        part.restart(strongTag(head));
      } else if (rangeStart(head) != part.length()) {
        part.restart(Optional.empty());
        throw new IOException("status 206 with another range than asked for");
      }
      received = part.length();
      OptionalLong length = head.headers().firstValueAsLong("Content-Length");
      if (length.isPresent()) {
        total = OptionalLong.of(part.length() + length.getAsLong());
        checkCap(total.getAsLong());
      }
    } catch (IOException | MirrorException e) {
      fail(e);
    }
    return this;
  }

  @Override
  public synchronized void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    if (wanted) {
      newSubscription.request(Long.MAX_VALUE);
    } else {
      newSubscription.cancel();
      body.complete(null);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    lastArrival = System.nanoTime();
    if (closed || failure != null) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        checkCap(part.length() + buffer.remaining());
        append(buffer);
      }
      received = part.length();
    } catch (DataException | MirrorException e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable e) {
    body.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }

  @Override
  public CompletionStage<Void> getBody() {
    return body;
  }

  /** When the last byte came, in {@link System#nanoTime}. */
  long lastArrival() {
    return lastArrival;
  }

  /** Bytes the part has. */
  long received() {
    return received;
  }

  /** Bytes the part will have, if the server says how many. */
  OptionalLong total() {
    return total;
  }

  /** Why the body was not taken; null while there is no such reason. */
  @Nullable Exception failure() {
    return failure;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private void append(ByteBuffer buffer) {
    try {
      part.append(buffer);
    } catch (IOException e) {
      // Another attempt would not find a better disk.
      throw DataException.of(part.path() + ": cannot be written", e);
    }
  }

  private void checkCap(long length) throws MirrorException {
    if (length > cap) {
      throw new MirrorException("more than " + cap + " bytes");
    }
  }

  private void fail(Exception e) {
    wanted = false;
    failure = e;
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(e);
  }

  private static Optional<String> strongTag(ResponseInfo head) {
    return head.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
  }

  private static long rangeStart(ResponseInfo head) {
    Matcher range = CONTENT_RANGE.matcher(head.headers().firstValue("Content-Range").orElse(""));
    return range.matches() ? Long.parseLong(range.group(1)) : -1;
  }
}
