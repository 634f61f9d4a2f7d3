package org.bnsweep.cli.options;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes what follows an option for its number only if it is one, so that {@code --serve CONFIG}
 * means the same as {@code CONFIG --serve}.
 */
final class OptionalNumber implements IParameterPreprocessor {
  private static final String NOT_ATTACHED = " ";

  @Override
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    boolean number = !args.isEmpty() && args.peek().matches("-?\\d+");
    if (NOT_ATTACHED.equals(info.get("separator")) && !number) {
      args.push("0");
    }
    return false;
  }
}
