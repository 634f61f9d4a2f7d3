package org.bnsweep.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What other programs call the things that bnsweep has a word for, each bound to that word. */
final class Synonyms {
  /** Word after word, then a colon, then what others say for it. */
  private static final String TABLE =
      """
      learning_rate: lr eta step_size stepsize learnrate init_lr base_lr learning_rate_init
      batch_size: bs minibatch mini_batch minibatch_size mini_batch_size samples_per_batch
      hidden: layers hidden_layers hidden_sizes hidden_size hidden_units hidden_dim hidden_dims
      hidden: hidden_layer_sizes layer_sizes units widths width architecture neurons nodes
      activation: act nonlinearity nonlin activation_function activation_fn act_fn act_func
      dropout: drop dropout_rate dropout_ratio dropout_prob p_drop
      weight_decay: wd l2 lambda decay l2_reg l2_penalty weight_decay_lambda weight_decay_rate
      weight_decay: regularization regularizer
      weight_scale: std sigma stddev init weight_init weight_init_std init_scale init_std
      weight_scale: initializer initialization initialisation weights_init weight_initializer
      optimizer: optim optimiser solver updater
      normalization: norm norm_type norm_layer normalizer normalisation normalization_layer
      norm_position: norm_place norm_placement norm_order bn_position normalization_position
      norm_epsilon: eps epsilon bn_eps bn_epsilon norm_eps layer_norm_eps rms_norm_eps
      bn_momentum: batch_norm_momentum batchnorm_momentum norm_momentum running_momentum
      seed: random_seed rng random_state rng_seed rand_seed manual_seed
      epochs: epoch n_epochs num_epochs max_epochs nb_epoch iterations iters n_iter max_iter
      source: dataset data_dir data_path data_source data_folder path folder
      train_size: n_train num_train train_samples training_size training_samples samples n_samples
      train_size: num_samples
      test_size: test n_test num_test test_samples validation_size val_size valid_size
      test_source: test_data test_file test_path test_dir test_folder
      test_share: test_split test_fraction test_ratio val_split validation_split test_percentage
      select: selection sampling
      classes: n_classes num_classes number_of_classes class_count
      label_column: target_column label_col target_col class_column y_column
      scale: scaling scaler standardization
      name: run_name experiment experiment_name title
      grid: params parameters hyperparameters hyperparams search_space param_grid sweep axes
      where: filter filters condition conditions constraint constraints
      sample: subsample random_search
      count: number n_trials num_trials
      record_activations: log_activations save_activations
      record_gradients: log_gradients save_gradients gradient_norms grad_norms
      record_landscape: log_landscape save_landscape loss_landscape
      logspace: log logarithmic
      linspace: lin linear
      range: arange
      he: kaiming he_normal kaiming_normal msra
      xavier: glorot glorot_normal xavier_normal
      sgd: gd gradient_descent stochastic_gradient_descent
      relu: rectifier rectified_linear
      batch: bn
      layer: ln layernorm layer_norm layer_normalization
      rms: rmsnorm rms_norm root_mean_square
      before: pre pre_activation
      after: post post_activation
      sigmoid: logistic sigm
      """;

  /** Things of other programs that bnsweep does not have, however near they are to what it has. */
  private static final Set<String> OF_OTHERS =
      Arrays.stream(
              """
              adamw adamax nadam radam adadelta rmsprop nesterov gelu elu selu celu silu glu prelu
              relu6 leaky_relu learning_rate_decay learning_rate_schedule learning_rate_scheduler
              lr_decay lr_schedule lr_scheduler batch_norm batch_normalization momentum sgd_momentum
              beta beta1 beta2
              """
                  .split("\\s+"))
          .map(NearWords::letters)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> WORDS = words();

  private Synonyms() {}

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    TABLE
        .lines()
        .map(line -> line.split("[: ]+"))
        .forEach(
            line ->
                Arrays.stream(line)
                    .skip(1)
                    .forEach(word -> words.put(NearWords.letters(word), line[0])));
    return words;
  }

  /** bnsweep's word for {@code letters}, which are as {@link NearWords#letters} gives them. */
  static Optional<String> of(String letters) {
    return Optional.ofNullable(WORDS.get(letters));
  }

  /** Whether {@code letters} name something that bnsweep does not have. */
  static boolean ofOthers(String letters) {
    return OF_OTHERS.contains(letters);
  }
}
