package org.bnsweep.nn;

import java.util.List;

/** A layer that normalizes what it is given and learns how far to undo that. */
sealed interface NormLayer extends Layer permits BatchNorm, LayerNorm, RmsNorm {

  /** What it learns, in the book's order. */
  List<VectorParameter> parameters();

  /** As it was when it was made. */
  void reset();
}
