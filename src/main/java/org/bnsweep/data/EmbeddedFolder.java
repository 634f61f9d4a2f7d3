package org.bnsweep.data;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The subset that comes with the program, as class path resources; needs no Hadoop. */
final class EmbeddedFolder implements DataFolder {

  @Override
  public DataFile file(String name) {
    String resource = name + ".gz";
    return new DataFile(
        DataSettings.EMBEDDED + ":" + resource, OptionalLong.empty(), () -> open(resource));
  }

  @Override
  public String hint() {
    return "; fetch-mnist gets all 60000 and 10000";
  }

  private static InputStream open(String resource) throws FileNotFoundException {
    InputStream in = EmbeddedFolder.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException("the program was built without it");
    }
    return in;
  }
}
