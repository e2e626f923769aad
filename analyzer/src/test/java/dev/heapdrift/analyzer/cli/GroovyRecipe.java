package dev.heapdrift.analyzer.cli;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import groovy.util.DelegatingScript;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Runs a recipe that Jenkins or Gradle would run. It knows none of their steps: every name is one,
 * and what was called inside which block is kept.
 */
final class GroovyRecipe extends GroovyObjectSupport {
  private final List<String> blocks = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  private GroovyRecipe() {}

  /** The steps that are no blocks, in order, each with the blocks around it. */
  static List<String> steps(String text) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(DelegatingScript.class.getName());
    GroovyRecipe recipe = new GroovyRecipe();
    GroovyShell shell = new GroovyShell(recipe.variables(), configuration);
    DelegatingScript script = (DelegatingScript) shell.parse(text);
    script.setDelegate(recipe);
    script.run();
    return recipe.steps;
  }

  private Binding variables() {
    return new Binding() {
      @Override
      public Object getVariable(String name) {
        return GroovyRecipe.this;
      }
    };
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] all = (Object[]) arguments;
    if (all.length > 0 && all[all.length - 1] instanceof Closure<?> block) {
      blocks.add(all.length == 1 ? name : name + '[' + all[0] + ']');
      block.setDelegate(this);
      block.setResolveStrategy(Closure.DELEGATE_FIRST);
      block.call();
      blocks.remove(blocks.size() - 1);
    } else {
      List<String> path = new ArrayList<>(blocks);
      path.add(name);
      steps.add(String.join(" ", path));
    }
    return this;
  }

  @Override
  public Object getProperty(String name) {
    return this;
  }
}
