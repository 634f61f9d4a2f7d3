package org.bnsweep.data.format;

/** What samples are for. */
public enum Part {
  TRAIN,
  TEST
}
