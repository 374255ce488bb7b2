using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>
/// Reads a template as a checker reads a program: every name must exist in the view at that place. So a misspelt name
/// is one message with its line and column, and not an empty spot on ten thousand pages.
/// </summary>
internal sealed partial class TemplateCheck
{
    private const int MaxPartDepth = 12;

    private readonly ImmutableDictionary<string, SourceText> templates;
    private readonly DiagnosticBag say;
    private readonly List<string> partsOpen = [];

    private TemplateCheck(ImmutableDictionary<string, SourceText> templates, DiagnosticBag say) => (this.templates, this.say) = (templates, say);

    /// <summary>Checks one template, and the parts it includes, against the type of its view.</summary>
    public static void Check(string template, Type view, ImmutableDictionary<string, SourceText> templates, DiagnosticBag say) =>
        new TemplateCheck(templates, say).Check(templates[template], [view]);

    private void Check(SourceText template, List<Type> scopes)
    {
        var open = new Stack<(string Block, Location At)>();
        scopes = [.. scopes];
        foreach (Match tag in Tag().Matches(template.Text))
        {
            var at = template.At(tag.Index, tag.Length);
            if (tag.Value.StartsWith("{{!", StringComparison.Ordinal)) continue;
            if (tag.Value.StartsWith("{{{", StringComparison.Ordinal) || tag.Value.StartsWith("{{&", StringComparison.Ordinal))
            {
                say.TemplateRawOutput(at);
                continue;
            }

            if (tag.Groups[1].Value.AsSpan().IndexOfAny('<', '{') >= 0)
            {
                say.TemplateBracesOpen(template.At(tag.Index, 2));
                continue;
            }

            var words = tag.Groups[1].Value.Trim('~', ' ', '\n', '\r', '\t');
            if (words.StartsWith('#')) Open(words[1..], at, scopes, open);
            else if (words.StartsWith('/')) Close(words[1..].Trim(), at, scopes, open);
            else if (words.StartsWith('>')) Include(words[1..].Trim(), at, scopes);
            else if (words is not "else" || open.Count == 0) TypeOf(words, at, scopes);
        }

        foreach (var (block, at) in open) say.TemplateBlockNotClosed(at, block);
        var last = template.Text.LastIndexOf("{{", StringComparison.Ordinal);
        if (last >= 0 && template.Text.IndexOf("}}", last, StringComparison.Ordinal) < 0) say.TemplateBracesOpen(template.At(last, 2));
    }

    private void Open(string words, Location at, List<Type> scopes, Stack<(string, Location)> open)
    {
        var parts = words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var block = parts.Length > 0 ? parts[0] : "";
        open.Push((block, at));
        if (block is not ("if" or "unless" or "each" or "with") || parts.Length < 2)
        {
            say.TemplateWordUnknown(at, words);
            scopes.Add(scopes[^1]);
            return;
        }

        var type = TypeOf(parts[1].Trim(), at, scopes);
        scopes.Add(block switch
        {
            "each" => ElementOf(type) ?? typeof(object),
            "with" => type,
            _ => scopes[^1],
        });
    }

    private void Close(string block, Location at, List<Type> scopes, Stack<(string Block, Location At)> open)
    {
        if (open.Count == 0 || open.Peek().Block != block)
        {
            say.TemplateBlockNotOpen(at, block);
            return;
        }

        open.Pop();
        scopes.RemoveAt(scopes.Count - 1);
    }

    private void Include(string words, Location at, List<Type> scopes)
    {
        var parts = words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length > 0 ? parts[0] : "";
        if (!templates.TryGetValue("parts/" + name, out var part))
        {
            say.TemplatePartUnknown(at, name, [.. templates.Keys.Where(k => k.StartsWith("parts/", StringComparison.Ordinal)).Select(k => k["parts/".Length..])]);
            return;
        }

        if (partsOpen.Contains(name) || partsOpen.Count >= MaxPartDepth)
        {
            say.TemplatePartEndless(at, name);
            return;
        }

        partsOpen.Add(name);
        var scope = parts.Length > 1 ? TypeOf(parts[1].Trim(), at, scopes) : scopes[^1];
        Check(part, parts.Length > 1 ? [.. scopes, scope] : scopes);
        partsOpen.RemoveAt(partsOpen.Count - 1);
    }

    private Type TypeOf(string path, Location at, List<Type> scopes)
    {
        if (!PathForm().IsMatch(path))
        {
            say.TemplateWordUnknown(at, path);
            return typeof(object);
        }

        if (path is "@first" or "@last" or "@index") return typeof(int);
        var up = 0;
        while (path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path[3..];
            up++;
        }

        var type = scopes[Math.Max(0, scopes.Count - 1 - up)];
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "this" || type == typeof(object)) continue;
            var property = type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..], BindingFlags.Public | BindingFlags.Instance);
            if (property is null)
            {
                say.TemplateNameUnknown(at, name, [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Where(n => n != "equalityContract").Order(StringComparer.Ordinal)]);
                return typeof(object);
            }

            type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        }

        return type;
    }

    private static Type? ElementOf(Type type) =>
        type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    [GeneratedRegex(@"\{\{!--.*?--\}\}|\{\{\{.*?\}\}\}|\{\{(.*?)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:@(?:first|last|index)|(?:\.\./)*(?:this|[a-zA-Z][a-zA-Z0-9]*)(?:\.[a-zA-Z][a-zA-Z0-9]*)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PathForm();
}
