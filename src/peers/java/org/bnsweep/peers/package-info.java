/**
 * The experiment's pair of networks in other libraries, side by side with ours: {@code
 * submit/bench.sh peers}. Compiled in the Maven profile {@code peers} alone.
 *
 * <p>Each {@link org.bnsweep.peers.Peer} is written as its library's users would write it, and
 * starts from the weights and takes the batches that {@link org.bnsweep.peers.Draws} says, which
 * are ours, so that accuracies have to agree. {@link org.bnsweep.peers.PeerBenchmark} trains one of
 * them in a process of its own and says what that took.
 */
@NullMarked
package org.bnsweep.peers;

import org.jspecify.annotations.NullMarked;
