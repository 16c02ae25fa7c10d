using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>The list of what a publish compiles ahead of time besides. A name that is gone costs speed and says nothing.</summary>
public sealed class AheadOfTimeProfileTests : IDisposable
{
    private readonly PEReader file = new(File.OpenRead(Repository.PathOf("generator", "ahead-of-time.mibc")));

    [Fact]
    public void Every_type_of_ours_in_the_profile_exists()
    {
        var program = typeof(Host).Assembly;
        var metadata = file.GetMetadataReader();
        var ours = metadata.TypeReferences.Where(type => AssemblyOf(metadata, type) == program.GetName().Name).Select(type => NameOf(metadata, type)).ToList();

        Assert.Contains("Fachinfo.Execution.Route", ours);
        Assert.True(
            ours.All(name => program.GetType(name) is not null),
            $"Gone: {string.Join(", ", ours.Where(name => program.GetType(name) is null))}. Make the profile anew (generator/docs/ahead-of-time.md).");
    }

    public void Dispose() => file.Dispose();

    private static string AssemblyOf(MetadataReader metadata, TypeReferenceHandle handle) =>
        metadata.GetTypeReference(handle).ResolutionScope switch
        {
            { Kind: HandleKind.TypeReference } outer => AssemblyOf(metadata, (TypeReferenceHandle)outer),
            var assembly => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)assembly).Name),
        };

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
