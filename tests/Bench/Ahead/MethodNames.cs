using System.Reflection;
using System.Runtime.Loader;

namespace Fachinfo.Bench.Ahead;

/// <summary>Finds the generic methods that a line of the runtime's list of compiled methods names.</summary>
/// <remarks>
/// A line is <c>12: JIT compiled Namespace.Outer+Type`1[int]:Name[System.__Canon](byref):this [Tier0, IL size=9, code size=40]</c>.
/// <c>System.__Canon</c> stands for any reference type, since these share their code; all overloads of the name are taken.
/// </remarks>
internal sealed class MethodNames
{
    private const string Before = "JIT compiled ";
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Type> Keywords = new(StringComparer.Ordinal)
    {
        ["bool"] = typeof(bool), ["char"] = typeof(char), ["double"] = typeof(double), ["float"] = typeof(float),
        ["sbyte"] = typeof(sbyte), ["byte"] = typeof(byte), ["short"] = typeof(short), ["ushort"] = typeof(ushort),
        ["int"] = typeof(int), ["uint"] = typeof(uint), ["long"] = typeof(long), ["ulong"] = typeof(ulong),
        ["nint"] = typeof(nint), ["nuint"] = typeof(nuint), ["System.__Canon"] = typeof(string),
    };

    private readonly List<Assembly> assemblies;
    private readonly Dictionary<string, Type?> definitions = new(StringComparer.Ordinal);

    /// <param name="folder">Of the program as a build for any platform leaves it; the runtime's own assemblies are those that run.</param>
    public MethodNames(string folder)
    {
        var files = Directory.GetFiles(folder, "*.dll").ToDictionary(file => Path.GetFileNameWithoutExtension(file), Path.GetFullPath, StringComparer.Ordinal);
        AssemblyLoadContext.Default.Resolving += (context, name) => files.TryGetValue(name.Name!, out var file) ? context.LoadFromAssemblyPath(file) : null;
        var runtime = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Select(file => Path.GetFileNameWithoutExtension(file));
        assemblies = [.. runtime.Concat(files.Keys).Distinct(StringComparer.Ordinal).Select(name => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name)))];
    }

    /// <summary>The methods of a line, none if it is of no generic method, or of one that was made at run time, or is torn.</summary>
    public IEnumerable<MethodBase> Find(string line)
    {
        var start = line.IndexOf(Before, StringComparison.Ordinal);
        var position = start + Before.Length;
        if (start < 0 || line[position] == '(' || !line.EndsWith(']') || ReadType(line, ref position) is not { } type || line[position] != ':')
        {
            return [];
        }

        var end = line.AsSpan(position).IndexOfAny('[', '(') + position;
        var name = line[(position + 1)..end];
        var arguments = line[end] == '[' ? ReadArguments(line, ref end) : [];
        return arguments is null || (!type.IsGenericType && arguments.Length == 0) ? [] : Declaring(type, name, arguments);
    }

    private static IEnumerable<MethodBase> Declaring(Type type, string name, Type[] arguments)
    {
        var named = type.GetMethods(Declared).Where(method => method.Name == name || method.Name.EndsWith($".{name}", StringComparison.Ordinal));
        if (arguments.Length == 0)
        {
            return [.. named.Where(method => !method.IsGenericMethod), .. type.GetConstructors(Declared).Where(made => made.Name == name)];
        }

        return [.. named.Where(method => method.IsGenericMethod && method.GetGenericArguments().Length == arguments.Length).Select(method => Made(() => method.MakeGenericMethod(arguments))).OfType<MethodInfo>()];
    }

    private Type? ReadType(string text, ref int position)
    {
        var end = text.AsSpan(position).IndexOfAny("[],:(") + position;
        var name = text[position..end];
        position = end;
        var type = Keywords.GetValueOrDefault(name) ?? Definition(name);
        if (text[position] == '[' && text[position + 1] != ']')
        {
            var arguments = ReadArguments(text, ref position);
            type = arguments is null || type is null ? null : Made(() => type.MakeGenericType(arguments));
        }

        for (; text.AsSpan(position).StartsWith("[]", StringComparison.Ordinal); position += 2)
        {
            type = type?.MakeArrayType();
        }

        return type;
    }

    /// <summary>From the bracket before the first to after the one behind the last; null if one of them is unknown.</summary>
    private Type[]? ReadArguments(string text, ref int position)
    {
        var types = new List<Type?>();
        do
        {
            position++;
            types.Add(ReadType(text, ref position));
        }
        while (text[position] == ',');

        position++;
        return types.Contains(null) ? null : [.. types.OfType<Type>()];
    }

    private Type? Definition(string name)
    {
        if (!definitions.TryGetValue(name, out var type))
        {
            definitions[name] = type = assemblies.Select(assembly => assembly.GetType(name)).FirstOrDefault(found => found is not null);
        }

        return type;
    }

    /// <summary>The string that stands for all reference types does not meet every constraint.</summary>
    private static T? Made<T>(Func<T> make)
        where T : MemberInfo
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
