package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.util.Set;

/** Class loaders of an application's own, as servers and module systems have them. */
final class LoaderHost implements Host {
  private final Kind kind;

  LoaderHost(Kind kind) {
    this.kind = kind;
  }

  /** What a loader leaves to others. */
  enum Kind {
    CHILD_FIRST("class loader that asks its parent last") {
      @Override
      Class<?> delegate(String name) throws ClassNotFoundException {
        return Class.forName(name, false, LoaderHost.class.getClassLoader());
      }
    },
    BUNDLE("class loader of a bundle, as OSGi's: java.* and what is its own") {
      @Override
      Class<?> delegate(String name) throws ClassNotFoundException {
        if (!name.startsWith("java.")) {
          throw new ClassNotFoundException(name);
        }
        return Class.forName(name, false, null);
      }
    },
    FILTERING("class loader that lets only classes of the JDK's image through") {
      @Override
      Class<?> delegate(String name) throws ClassNotFoundException {
        if (Object.class.getResource('/' + name.replace('.', '/') + ".class") == null) {
          throw new ClassNotFoundException(name);
        }
        return Class.forName(name, false, null);
      }
    };

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    abstract Class<?> delegate(String name) throws ClassNotFoundException;
  }

  @Override
  public String name() {
    return kind.title;
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) {
    return SpawnedJvm.of(Program.class).arguments(kind.name());
  }

  @Override
  public Set<Evidence> evidence() {
    return kind == Kind.FILTERING
        ? Set.of(Evidence.MAP, Evidence.BLIND_LOADER)
        : Set.of(Evidence.MAP, Evidence.ARRAY);
  }

  /** Loads the tenant and lets it live. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      new OwnLoader(Kind.valueOf(args[0]))
          .loadClass(Tenant.class.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    }
  }

  /** Defines the tenant anew, as a server that redeploys. */
  static final class OwnLoader extends ClassLoader {
    private final Kind kind;

    OwnLoader(Kind kind) {
      super(null);
      this.kind = kind;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.equals(Tenant.class.getName()) ? define(name) : kind.delegate(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try {
        byte[] bytes = Setting.bytesOf(Tenant.class);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
