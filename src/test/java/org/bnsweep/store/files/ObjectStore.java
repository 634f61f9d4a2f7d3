package org.bnsweep.store.files;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.bnsweep.store.TestTrials;

/**
 * An object store in memory, with the manners of S3: an object is there once it is closed, folders
 * are names of what is in them, and there are neither renames nor times nor syncs.
 */
public final class ObjectStore extends FileSystem {
  /** What it does about an object that is to be created only if there is none. */
  public enum Conditions {
    /** Creates it only then. */
    HEEDED,
    /** Promises it, and creates it in any case. */
    IGNORED,
    /** Makes no promise. */
    UNKNOWN
  }

  private static final String CONDITION =
      CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  private final URI uri;
  private final Conditions conditions;
  private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final List<String> puts = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  public ObjectStore(String scheme, Conditions conditions) throws IOException {
    this.uri = URI.create(scheme + "://bucket");
    this.conditions = conditions;
    setConf(TestTrials.CONFIGURATION);
    initialize(uri, TestTrials.CONFIGURATION);
  }

  /** The names of all objects, sorted. */
  public List<String> names() {
    return List.copyOf(objects.keySet());
  }

  /** The names of all objects that were put, one after the other, but locks. */
  public List<String> puts() {
    return puts.stream().filter(name -> !name.contains(".lock")).toList();
  }

  /** Puts an object. */
  public void put(String name, String content) {
    objects.put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes an object away. */
  public void remove(String name) {
    objects.remove(name);
  }

  /** Lets every PUT fail from now on. */
  public void fail() {
    failing = true;
  }

  private static String key(Path path) {
    return path.toUri().getPath().substring(1);
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CONDITION)
        ? conditions != Conditions.UNKNOWN
        : super.hasPathCapability(path, capability);
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return new FSDataOutputStream(new Upload(key(file), !overwrite), null);
  }

  @Override
  public Builder createFile(Path path) {
    return new Builder(this, path);
  }

  /** Of an object with or without the condition. */
  public final class Builder extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {
    private final Path path;

    Builder(FileSystem fileSystem, Path path) {
      super(fileSystem, path);
      this.path = path;
    }

    @Override
    public Builder getThisBuilder() {
      return this;
    }

    @Override
    public FSDataOutputStream build() throws IOException {
      boolean once = getOptions().getBoolean(CONDITION, false) && conditions == Conditions.HEEDED;
      return new FSDataOutputStream(new Upload(key(path), once), null);
    }
  }

  /** Bytes that become an object when they are closed. */
  private final class Upload extends OutputStream implements Abortable, Syncable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String name;
    private final boolean once;
    private boolean closed;

    Upload(String name, boolean once) {
      this.name = name;
      this.once = once;
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] more, int offset, int length) {
      bytes.write(more, offset, length);
    }

    @Override
    public void hflush() {
      throw new UnsupportedOperationException("hflush");
    }

    @Override
    public void hsync() {
      throw new UnsupportedOperationException("hsync");
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      if (failing) {
        throw new IOException("503 Slow Down");
      }
      byte[] content = bytes.toByteArray();
      if (!once) {
        objects.put(name, content);
      } else if (objects.putIfAbsent(name, content) != null) {
        throw new IOException("412 Precondition Failed");
      }
      puts.add(name);
    }

    @Override
    public AbortableResult abort() {
      closed = true;
      return new Aborted();
    }
  }

  private static final class Aborted implements Abortable.AbortableResult {
    @Override
    public boolean alreadyClosed() {
      return false;
    }

    @Override
    public IOException anyCleanupException() {
      return null;
    }
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    byte[] content = objects.get(key(file));
    if (content == null) {
      throw new FileNotFoundException("404 " + file);
    }
    return new FSDataInputStream(new Download(content));
  }

  private static final class Download extends FSInputStream {
    private final byte[] content;
    private int position;

    Download(byte[] content) {
      this.content = content;
    }

    @Override
    public void seek(long to) throws IOException {
      if (to < 0 || to > content.length) {
        throw new EOFException();
      }
      position = (int) to;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read() {
      return position < content.length ? content[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (position == content.length) {
        return -1;
      }
      int count = Math.min(length, content.length - position);
      System.arraycopy(content, position, bytes, offset, count);
      position += count;
      return count;
    }
  }

  @Override
  public FSDataOutputStream append(Path file, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("append");
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("rename");
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    throw new UnsupportedOperationException("mkdirs");
  }

  @Override
  public void setTimes(Path path, long modified, long read) {
    throw new UnsupportedOperationException("setTimes");
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (!objects.containsKey(key(path)) && !recursive && isFolder(path)) {
      throw new IOException("not empty: " + path);
    }
    return objects.remove(key(path)) != null;
  }

  private boolean isFolder(Path path) {
    return path.isRoot() || objects.keySet().stream().anyMatch(n -> n.startsWith(key(path) + "/"));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    if (!isFolder(path)) {
      throw new FileNotFoundException("404 " + path);
    }
    String prefix = path.isRoot() ? "" : key(path) + "/";
    TreeMap<String, FileStatus> found = new TreeMap<>();
    for (String name : objects.keySet()) {
      if (name.startsWith(prefix)) {
        int end = name.indexOf('/', prefix.length());
        String first = end < 0 ? name : name.substring(0, end);
        Path child = new Path(path, first.substring(prefix.length()));
        found.put(child.getName(), getFileStatus(child));
      }
    }
    return found.values().toArray(FileStatus[]::new);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    byte[] content = objects.get(key(path));
    if (content == null && !isFolder(path)) {
      throw new FileNotFoundException("404 " + path);
    }
    long length = content == null ? 0 : content.length;
    return new FileStatus(length, content == null, 1, 1, 0, makeQualified(path));
  }

  @Override
  public void setWorkingDirectory(Path path) {
    // Its paths are all absolute.
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(uri + "/");
  }
}
