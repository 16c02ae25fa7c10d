using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Fachinfo.Tests;

/// <summary>One use of a type or member by a folder of the program, as the compiled assembly shows it.</summary>
/// <param name="Folder">The folder of the user: the second part of its namespace.</param>
/// <param name="UsedBy">The top-level type that holds the use.</param>
/// <param name="Assembly">Where the used type lies; empty for the program itself.</param>
/// <param name="Member">The member that is called or read; empty where only the type is named.</param>
public sealed record Use(string Folder, string UsedBy, string Assembly, string Namespace, string Type, string Member);

/// <summary>Reads all uses of types out of an assembly: signatures, attributes, and the instructions of every method.</summary>
/// <remarks>Constants leave no trace in an assembly, since the compiler copies their values.</remarks>
public sealed class AssemblyUses
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Where(field => field.FieldType == typeof(OpCode))
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly NamedTypes signatures;
    private readonly HashSet<Use> uses = [];
    private (string Folder, string Type) user;

    private AssemblyUses(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        signatures = new NamedTypes(metadata);
    }

    /// <summary>Reads the uses of all types below a root namespace.</summary>
    public static IReadOnlyCollection<Use> Read(string path, string rootNamespace)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = new AssemblyUses(file);
        foreach (var handle in reader.metadata.TypeDefinitions)
        {
            var (space, name) = reader.TopLevel(handle);
            if (space.StartsWith(rootNamespace + ".", StringComparison.Ordinal))
            {
                reader.user = (space.Split('.')[1], name);
                reader.AddType(handle);
            }
        }

        return reader.uses;
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(metadata.GetInterfaceImplementation(implemented).Interface);
        }

        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            Add(field.DecodeSignature(signatures, null));
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            Add(property.DecodeSignature(signatures, null).ReturnType);
            AddAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            var signature = method.DecodeSignature(signatures, null);
            Add(signature.ReturnType);
            Add([.. signature.ParameterTypes.SelectMany(types => types)]);
            AddAttributes(method.GetCustomAttributes());
            AddConstraints(method.GetGenericParameters());
            AddBody(method);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void AddBody(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            Add([.. metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null).SelectMany(types => types)]);
        }

        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            Add(region.CatchType);
        }

        AddInstructions(body.GetILReader());
    }

    private void AddInstructions(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            short value = code.ReadByte();
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code.ReadByte());
            }

            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.ReadByte();
                    break;
                case OperandType.InlineVar:
                    code.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.ReadInt32();
                    break;
            }
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                AddMember(member.Parent, metadata.GetString(member.Name));
                break;
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add([.. specification.DecodeSignature(signatures, null).SelectMany(types => types)]);
                Add(specification.Method);
                break;
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                AddMember(method.GetDeclaringType(), metadata.GetString(method.Name));
                break;
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                AddMember(field.GetDeclaringType(), metadata.GetString(field.Name));
                break;
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                AddMember(handle, "");
                break;
        }
    }

    private void AddMember(EntityHandle parent, string member)
    {
        var types = signatures.Of(parent);
        Add(types);
        if (member.Length > 0 && types is [var first, ..])
        {
            uses.Add(new Use(user.Folder, user.Type, first.Assembly, first.Namespace, first.Name, member));
        }
    }

    private void Add(ImmutableArray<NamedType> types)
    {
        foreach (var type in types)
        {
            uses.Add(new Use(user.Folder, user.Type, type.Assembly, type.Namespace, type.Name, ""));
        }
    }

    private (string Namespace, string Name) TopLevel(TypeDefinitionHandle handle)
    {
        var type = signatures.Of(handle)[0];
        return (type.Namespace, type.Name);
    }
}

/// <summary>A top-level type by name.</summary>
internal readonly record struct NamedType(string Assembly, string Namespace, string Name);

/// <summary>Decodes signatures to the named types in them; a nested type counts as its top-level type.</summary>
internal sealed class NamedTypes(MetadataReader metadata) : ISignatureTypeProvider<ImmutableArray<NamedType>, object?>
{
    public ImmutableArray<NamedType> Of(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)handle, 0),
        _ => [],
    };

    public ImmutableArray<NamedType> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? GetTypeFromDefinition(reader, outer, 0)
            : [new NamedType("", reader.GetString(type.Namespace), reader.GetString(type.Name))];
    }

    public ImmutableArray<NamedType> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0),
            HandleKind.AssemblyReference =>
            [
                new NamedType(
                    reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                    reader.GetString(type.Namespace),
                    reader.GetString(type.Name)),
            ],
            _ => [],
        };
    }

    public ImmutableArray<NamedType> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, null);

    public ImmutableArray<NamedType> GetGenericInstantiation(ImmutableArray<NamedType> genericType, ImmutableArray<ImmutableArray<NamedType>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(types => types)];

    public ImmutableArray<NamedType> GetFunctionPointerType(MethodSignature<ImmutableArray<NamedType>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(types => types)];

    public ImmutableArray<NamedType> GetModifiedType(ImmutableArray<NamedType> modifier, ImmutableArray<NamedType> unmodifiedType, bool isRequired) => [.. unmodifiedType, .. modifier];

    public ImmutableArray<NamedType> GetArrayType(ImmutableArray<NamedType> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<NamedType> GetByReferenceType(ImmutableArray<NamedType> elementType) => elementType;

    public ImmutableArray<NamedType> GetPointerType(ImmutableArray<NamedType> elementType) => elementType;

    public ImmutableArray<NamedType> GetPinnedType(ImmutableArray<NamedType> elementType) => elementType;

    public ImmutableArray<NamedType> GetSZArrayType(ImmutableArray<NamedType> elementType) => elementType;

    public ImmutableArray<NamedType> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public ImmutableArray<NamedType> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<NamedType> GetGenericTypeParameter(object? genericContext, int index) => [];
}
