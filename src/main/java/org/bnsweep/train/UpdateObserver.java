package org.bnsweep.train;

import org.bnsweep.nn.Matrix;
import org.bnsweep.nn.Mlp;

/** What looks at a network around an update, and leaves it as the update makes it. */
interface UpdateObserver {
  /** Looks away. */
  UpdateObserver NONE =
      new UpdateObserver() {
        @Override
        public Runnable beforeUpdate(Mlp network, Matrix batch, int[] labels) {
          return () -> {};
        }

        @Override
        public void lost(Mlp network) {}
      };

  /**
   * Called with the gradients of a step and the parameters that they are of.
   *
   * @return what it has to do after the update
   */
  Runnable beforeUpdate(Mlp network, Matrix batch, int[] labels);

  /** Called in place of an update if the network is lost. */
  void lost(Mlp network);
}
