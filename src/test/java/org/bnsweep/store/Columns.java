package org.bnsweep.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader finds in a table: the column of each name, all rows. */
record Columns(Map<String, List<@Nullable Object>> byName) {
  Columns() {
    this(new LinkedHashMap<>());
  }

  void add(String column, @Nullable Object value) {
    byName.computeIfAbsent(column, name -> new ArrayList<>()).add(value);
  }
}
