package org.bnsweep.data.raw;

/** What samples are for. */
public enum Part {
  TRAIN,
  TEST
}
