using System.Text.Json.Serialization;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading;

/// <summary>How parsed documents are kept in the cache, but for notices (<see cref="NoticeFormat"/>); made at compile time, so that nothing is looked up at run time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Parsed<PlainPageContent>), TypeInfoPropertyName = "ParsedPage")]
[JsonSerializable(typeof(Parsed<RubricIntroductionContent>), TypeInfoPropertyName = "ParsedIntroduction")]
[JsonSerializable(typeof(Parsed<SiteConfiguration>), TypeInfoPropertyName = "ParsedSite")]
[JsonSerializable(typeof(Parsed<RubricTreeContent>), TypeInfoPropertyName = "ParsedRubrics")]
[JsonSerializable(typeof(Parsed<FilePlan>), TypeInfoPropertyName = "ParsedFilePlan")]
[JsonSerializable(typeof(Parsed<PublishedAddresses>), TypeInfoPropertyName = "ParsedAddresses")]
[JsonSerializable(typeof(Parsed<BodyContent>), TypeInfoPropertyName = "ParsedBody")]
[JsonSerializable(typeof(Parsed<OrganizationsContent>), TypeInfoPropertyName = "ParsedOrganizations")]
[JsonSerializable(typeof(Parsed<PersonsContent>), TypeInfoPropertyName = "ParsedPersons")]
public sealed partial class ContentFormat : JsonSerializerContext;
