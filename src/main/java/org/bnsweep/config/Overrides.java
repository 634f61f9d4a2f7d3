package org.bnsweep.config;

import java.util.LinkedHashMap;
import java.util.List;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Origin;

/** Settings from the command line, {@code --set key=value}, laid over those of a file. */
final class Overrides {

  private Overrides() {}

  /** The document with every setting in place of what it had; the last one of a key counts. */
  static Mapping apply(Mapping document, List<String> settings) {
    Mapping changed = document;
    for (String setting : settings) {
      changed = apply(changed, setting);
    }
    return changed;
  }

  private static Mapping apply(Mapping document, String setting) {
    int equals = setting.indexOf('=');
    String place = "--set " + OneLine.shortened(shown(setting, Math.max(equals, 0)));
    if (equals < 1 || setting.substring(equals + 1).isBlank()) {
      throw new ConfigException(place + ": must be key=value, such as grid.seed=[0,1,2]");
    }
    String key = setting.substring(0, equals).strip();
    String path = path(key, place);
    Origin origin = new Origin(place, path);
    Node value = YamlText.ofValue(setting.substring(equals + 1), origin);
    int dot = path.indexOf('.');
    if (dot < 0) {
      return document.with(path, value);
    }
    String parent = path.substring(0, dot);
    Node old = document.entries().get(parent);
    Mapping mapping =
        old == null
            ? new Mapping(new LinkedHashMap<>(), new Origin(place, parent))
            : old.mappingOrEmpty("a map of keys with values");
    return document.with(parent, mapping.with(path.substring(dot + 1), value).changed());
  }

  /** A setting of which the key is shown as keys are. */
  private static String shown(String setting, int equals) {
    return OneLine.ofKey(setting.substring(0, equals)) + setting.substring(equals);
  }

  private static String path(String key, String place) {
    String full = Keys.full(key);
    if (Keys.settable(full)) {
      return full;
    }
    throw new ConfigException(
        place + ": " + Keys.unknown("key", OneLine.ofKey(key), key) + Keys.settingMeant(key));
  }
}
