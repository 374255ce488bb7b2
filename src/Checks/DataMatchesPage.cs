using System.Text.Json;
using PublicLedger.Diagnostics;

namespace PublicLedger.Checks;

/// <summary>
/// Beside each record's page lie its data (<c>.json</c>) and its text (<c>.md</c>), and the page and the data say the same:
/// the title of the one is the headline of the other. A page with either of the two beside it is a record's page.
/// </summary>
internal static class DataMatchesPage
{
    /// <summary>The keys that every record's data have at the top; those marked may be null, because a fact can be missing.</summary>
    private static readonly (string Key, bool MayBeNull)[] Keys =
        [("kind", false), ("id", false), ("title", false), ("status", true), ("date", true)];

    /// <summary>Says where data are missing, unreadable or different.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        foreach (var page in site.Pages)
        {
            var stem = page.Path[..^".html".Length];
            string data = stem + ".json", text = stem + ".md";
            var hasData = site.Published.Has(data);
            var hasText = site.Published.Has(text);
            if (hasData) CheckData(site, page, data, say);
            if (hasData && !hasText) say.RecordFileMissing(site.At(page, 0), text);
            if (hasText && !hasData) say.RecordFileMissing(site.At(page, 0), data);
        }
    }

    private static void CheckData(Reading site, Page page, string path, DiagnosticBag say)
    {
        var bytes = Published.WithoutMark(site.Published.BytesOf(path).Span);
        try
        {
            var found = ReadTop(bytes, site.IsThorough, page.Headline.Value, out var title);
            for (var i = 0; i < Keys.Length; i++)
            {
                if (found[i] is null || (found[i] == JsonTokenType.Null && !Keys[i].MayBeNull)) say.RecordKeyMissing(site.Published.At(path, 0), Keys[i].Key);
            }

            if (title is not null) say.RecordTitleDiffers(site.Published.At(path, title.Value.At), title.Value.Text, page.Headline.Value, site.At(page, page.Headline.At));
        }
        catch (JsonException problem)
        {
            say.RecordDataBroken(site.Published.At(path, OffsetOf(bytes, problem)), problem.Message.Split(" LineNumber:")[0]);
        }
    }

    /// <summary>Reads through an object and keeps what stands at its top.</summary>
    /// <param name="bytes">The JSON text.</param>
    /// <param name="toEnd">Whether to read on when all keys are found, to see that the rest is correct too.</param>
    /// <param name="headline">What the title should say.</param>
    /// <param name="other">What it says where that is something else, and its byte offset.</param>
    /// <returns>The kind of value of each of <see cref="Keys"/>, null where the key is not there.</returns>
    private static JsonTokenType?[] ReadTop(ReadOnlySpan<byte> bytes, bool toEnd, string headline, out (string Text, long At)? other)
    {
        var found = new JsonTokenType?[Keys.Length];
        other = null;
        var json = new Utf8JsonReader(bytes);
        var key = -1;
        var left = Keys.Length;
        while ((toEnd || left > 0) && json.Read())
        {
            if (json.CurrentDepth == 0 && json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                throw new JsonException("The data must be an object.");
            if (json.CurrentDepth != 1 || json.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            if (json.TokenType == JsonTokenType.PropertyName) key = KeyAt(ref json);
            else if (key >= 0)
            {
                if (found[key] is null) left--;
                found[key] = json.TokenType;
                if (Keys[key].Key == "title" && json.TokenType == JsonTokenType.String && !Same(ref json, headline))
                    other = (json.GetString() ?? "", json.TokenStartIndex);
                key = -1;
            }
        }

        return found;
    }

    private static int KeyAt(ref Utf8JsonReader json)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            if (json.ValueTextEquals(Keys[i].Key)) return i;
        }

        return -1;
    }

    /// <summary>Runs of spaces are one space on a page, and so they are here.</summary>
    private static bool Same(ref Utf8JsonReader json, string headline) =>
        json.ValueTextEquals(headline)
        || string.Join(' ', (json.GetString() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == headline;

    private static long OffsetOf(ReadOnlySpan<byte> bytes, JsonException problem)
    {
        var at = 0;
        for (var line = problem.LineNumber ?? 0; line > 0; line--) at += bytes[at..].IndexOf((byte)'\n') + 1;
        return Math.Min(bytes.Length, at + (problem.BytePositionInLine ?? 0));
    }
}
