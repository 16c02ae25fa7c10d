using System.Reflection;
using System.Reflection.Emit;

namespace Fachinfo.Bench.Ahead;

/// <summary>Writes a profile as crossgen reads it (MIBC): an assembly of which the code only names methods.</summary>
/// <remarks>
/// <c>AssemblyDictionary</c> names, for each group of methods, the assemblies that they need, the one that has them first, and a
/// function that names the methods; crossgen leaves out a group of which it does not know an assembly, and a method that is gone.
/// Source: MIbcProfileParser.cs in the repository of the runtime (dotnet/runtime, src/coreclr/tools/Common).
/// </remarks>
internal static class AheadProfile
{
    public static void Write(string path, IEnumerable<MethodBase> methods)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Path.GetFileNameWithoutExtension(path)), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(assembly.GetName().Name!);
        var dictionary = Function(module, "AssemblyDictionary");
        foreach (var group in methods.GroupBy(Needs, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var function = Function(module, $"Assemblies_{group.Key}");
            foreach (var method in group.OrderBy(method => $"{method.DeclaringType}::{method}", StringComparer.Ordinal))
            {
                function.Code.Emit(OpCodes.Ldtoken, method is ConstructorInfo made ? module.GetMethodMetadataToken(made) : module.GetMethodMetadataToken((MethodInfo)method));
                function.Code.Emit(OpCodes.Pop);
            }

            function.Code.Emit(OpCodes.Ret);
            dictionary.Code.Emit(OpCodes.Ldstr, group.Key);
            dictionary.Code.Emit(OpCodes.Ldtoken, function.Method);
            dictionary.Code.Emit(OpCodes.Pop);
        }

        dictionary.Code.Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        assembly.Save(path);
    }

    private static (MethodBuilder Method, ILGenerator Code) Function(ModuleBuilder module, string name)
    {
        var method = module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), Type.EmptyTypes);
        return (method, method.GetILGenerator());
    }

    /// <summary>The names of the assemblies of a method and of its type arguments, its own first, each with a semicolon.</summary>
    private static string Needs(MethodBase method)
    {
        var own = method.DeclaringType!.Assembly.GetName().Name!;
        var others = Types(method.DeclaringType).Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Types) : [])
            .Select(type => type.Assembly.GetName().Name!).Where(name => name != own).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Concat(others.Prepend(own).Select(name => $"{name};"));
    }

    private static IEnumerable<Type> Types(Type type) =>
        type.GetGenericArguments().SelectMany(Types).Concat(type.HasElementType ? Types(type.GetElementType()!) : []).Prepend(type);
}
