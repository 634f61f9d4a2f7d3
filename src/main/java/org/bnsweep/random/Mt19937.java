package org.bnsweep.random;

/**
 * The Mersenne Twister MT19937 with the seeding of its authors' {@code init_genrand}, which is what
 * {@code np.random.seed(int)} uses.
 *
 * <p>Own code because the libraries at hand seed with {@code init_by_array} (Commons RNG) or keep
 * the 32-bit draw to themselves (Commons Math), and because the draw is hot. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto and Nishimura, Mersenne twister,
 *     ACM TOMACS 8 (1998)</a>
 */
final class Mt19937 {
  private static final int N = 624;
  private static final int M = 397;
  private static final int MATRIX_A = 0x9908b0df;
  private static final int UPPER_MASK = 0x80000000;
  private static final int LOWER_MASK = 0x7fffffff;

  private final int[] state = new int[N];
  private int next = N;

  /** The stream of the 32 bits of {@code seed}, read as unsigned. */
  Mt19937(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Draws 32 bits. */
  int nextInt() {
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** Draws twice 32 bits for a double in [0, 1) of 53 bits, {@code genrand_res53}. */
  double nextDouble() {
    int a = nextInt() >>> 5;
    int b = nextInt() >>> 6;
    // 0x1p-53 instead of a division by 2^53: the same double, since both only shift the exponent.
    return (a * 67108864.0 + b) * 0x1p-53;
  }

  private void twist() {
    for (int i = 0; i < N - M; i++) {
      state[i] = state[i + M] ^ twisted(state[i], state[i + 1]);
    }
    for (int i = N - M; i < N - 1; i++) {
      state[i] = state[i + M - N] ^ twisted(state[i], state[i + 1]);
    }
    state[N - 1] = state[M - 1] ^ twisted(state[N - 1], state[0]);
    next = 0;
  }

  private static int twisted(int upper, int lower) {
    int y = (upper & UPPER_MASK) | (lower & LOWER_MASK);
    return (y >>> 1) ^ (-(y & 1) & MATRIX_A);
  }
}
