package org.bnsweep.train;

import java.io.Serializable;

/**
 * How large the gradient of one weight matrix is at the point of one epoch: of the iteration's
 * batch, weight decay included, before the update.
 *
 * @param network which of the pair
 * @param epoch from 0
 * @param layer from 1, as in W1
 * @param norm Euclidean, {@code ||dW||}; NaN or infinite where the network has diverged
 * @param updateRatio {@code learning rate * ||dW|| / ||W||}, what an update of plain descent
 *     changes of the weights, whatever the optimizer
 */
public record WeightGradient(Network network, int epoch, int layer, double norm, double updateRatio)
    implements Serializable {}
