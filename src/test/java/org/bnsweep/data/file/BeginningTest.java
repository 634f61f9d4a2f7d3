package org.bnsweep.data.file;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FSError;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.junit.jupiter.api.Test;

class BeginningTest {

  @Test
  void saysThatADiskFailsWhateverIsThrown() throws ReflectiveOperationException {
    // Only Hadoop makes one.
    Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
    constructor.setAccessible(true);
    FSError error = constructor.newInstance(new IOException("disk on fire"));
    DataFile file =
        new DataFile(
            "f",
            OptionalLong.empty(),
            () -> {
              throw error;
            });

    assertThatExceptionOfType(DataUnavailableException.class)
        .isThrownBy(() -> Beginning.of(file))
        .withMessage("f: cannot be read: disk on fire");
  }

  @Test
  void saysThatAFileIsBrokenAsItsKindWants() {
    DataFile file =
        new DataFile(
            "f",
            OptionalLong.empty(),
            () -> {
              throw new EOFException();
            });
    Damage damage = new Damage("is half a file", "is no file");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Unpacked.read(file, damage, in -> 0))
        .withMessage("f: is half a file");
  }
}
