using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;

namespace PublicLedger.Records;

/// <summary>A matter that comes back at meeting after meeting, and what it is called.</summary>
/// <param name="Id">The last part of the address of its page.</param>
/// <param name="Name">What readers call it.</param>
/// <param name="Aliases">Other names under which headings and titles speak of it.</param>
public sealed record TopicName(string Id, string Name, ImmutableArray<string> Aliases)
{
    /// <summary>The address that a name makes.</summary>
    public static string IdOf(string name) => RecordId.From(Slug.Of(name.Trim()));

    /// <summary>All topics that the configuration names.</summary>
    internal static ImmutableArray<TopicName> ReadAll(Fields settings, DiagnosticBag say)
    {
        var all = new Dictionary<string, TopicName>(StringComparer.Ordinal);
        foreach (var fields in settings.Maps("topics"))
        {
            var (id, name) = (fields.Text("id"), fields.Text("name"));
            var topic = new TopicName(IdOf(id ?? name ?? ""), name ?? id ?? "", fields.Texts("aliases"));
            foreach (var extra in fields.Finish(report: false)) say.SettingUnknown(extra.Key.At, extra.Key.Value, fields.Near(extra.Key.Value));
            if (topic.Name.Length == 0) say.KeyMissing(fields.At, "name", "topics");
            else if (!all.TryAdd(topic.Id, topic)) say.TopicTwice(fields.At, topic.Id);
        }

        return [.. all.Values];
    }
}
