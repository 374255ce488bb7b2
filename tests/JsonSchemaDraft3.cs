using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PublicLedger.Tests;

/// <summary>
/// As much of JSON Schema as the schemas of Popolo use, in the draft in which they are written (draft-zyp-json-schema-03): there
/// a key is required where its own schema says <c>required: true</c>. A word of a schema that is not known here is an error, so
/// that nothing is passed over in silence.
///
/// <c>format: date-time</c> is read as ISO 8601 of any precision. Popolo's specification gives days ("2005-02-22") for the keys
/// that have this format, and its schemas spell the same range out as a pattern elsewhere.
/// </summary>
internal sealed partial class JsonSchemaDraft3
{
    private readonly Dictionary<string, JsonElement> byId = [];

    /// <summary>Takes in every schema of a folder, under the id that it gives itself.</summary>
    public static JsonSchemaDraft3 Of(string folder)
    {
        var schemas = new JsonSchemaDraft3();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) schemas.Add(File.ReadAllText(file));
        return schemas;
    }

    /// <summary>Takes in a schema.</summary>
    public void Add(string text)
    {
        var schema = JsonDocument.Parse(text).RootElement;
        byId[schema.GetProperty("id").GetString()!] = schema;
    }

    /// <summary>What is wrong with a value by the schema of an id, each with its place; nothing where it is valid.</summary>
    public IEnumerable<string> Problems(string id, JsonElement value, string at) =>
        byId.TryGetValue(id, out var schema) ? Problems(schema, value, at) : [$"{at}: there is no schema {id}"];

    private IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        foreach (var word in schema.EnumerateObject())
        {
            var problems = word.Name switch
            {
                "$schema" or "id" or "title" or "description" or "required" => [],
                "$ref" => Problems(word.Value.GetString()!, value, at),
                "type" => HasType(word.Value, value) ? [] : [$"{at}: is {value.ValueKind}, not {word.Value}"],
                "properties" => value.ValueKind == JsonValueKind.Object ? Properties(word.Value, value, at) : [],
                "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => Problems(word.Value, item, $"{at}[{i}]")) : [],
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!) ? [] : [$"{at}: {value} is not of the pattern"],
                "format" => value.ValueKind != JsonValueKind.String || HasFormat(word.Value.GetString()!, value.GetString()!) ? [] : [$"{at}: {value} is no {word.Value}"],
                "enum" => word.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? [] : [$"{at}: {value} is none of the values"],
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= word.Value.GetInt32() ? [] : [$"{at}: has too few items"],
                _ => (IEnumerable<string>)[$"{at}: the schema says {word.Name}, which is not known here"],
            };
            foreach (var problem in problems) yield return problem;
        }
    }

    private IEnumerable<string> Properties(JsonElement properties, JsonElement value, string at)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (value.TryGetProperty(property.Name, out var inner))
            {
                foreach (var problem in Problems(property.Value, inner, $"{at}.{property.Name}")) yield return problem;
            }
            else if (property.Value.TryGetProperty("required", out var required) && required.GetBoolean())
            {
                yield return $"{at}: lacks {property.Name}";
            }
        }
    }

    private static bool HasType(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(t => HasType(t, value)) : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "any" => true,
            var other => throw new InvalidDataException($"There is no type {other}."),
        };

    private static bool HasFormat(string format, string text) => format switch
    {
        "date-time" => IsoDate().IsMatch(text) && IsOnCalendar(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "email" => text.Split('@') is [{ Length: > 0 }, { Length: > 0 }],
        _ => throw new InvalidDataException($"There is no format {format}."),
    };

    private static bool IsOnCalendar(string text) =>
        text.Length > 10 ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) : Sources.PartialDate.TryParse(text, out _);

    [GeneratedRegex("^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){1,2}(Z|[+-][0-9]{2}:[0-9]{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
