package org.bnsweep.cli;

import java.util.Optional;
import org.apache.hadoop.security.UserGroupInformation;

/** The user whom Hadoop takes this process to belong to. */
final class HadoopUser {
  /** What Java says of a user whom the system knows by number only, as containers often have. */
  private static final String NAMELESS = "?";

  private HadoopUser() {}

  /** Gives a user without a name one, since Hadoop's login fails without, and Spark with it. */
  static void nameIfNameless() {
    if (System.getProperty("user.name", NAMELESS).equals(NAMELESS)) {
      String name = Optional.ofNullable(System.getenv("HADOOP_USER_NAME")).orElse("bnsweep");
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name));
    }
  }
}
