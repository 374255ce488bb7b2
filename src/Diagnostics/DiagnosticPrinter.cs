using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PublicLedger.Diagnostics;

/// <summary>How messages are printed.</summary>
public enum MessageFormat
{
    /// <summary>For people: place, sentence, hint, and the line with a caret.</summary>
    Text,

    /// <summary>For programs: one JSON array.</summary>
    Json,

    /// <summary>For code hosts: workflow commands that become annotations.</summary>
    Github,
}

/// <summary>Messages as text. The same messages give the same text, whatever order they came in.</summary>
public static class DiagnosticPrinter
{
    private const int MaxExcerpt = 160;

    /// <summary>All messages in a format, with a line end after each; for <see cref="MessageFormat.Text"/> at most so many of each code.</summary>
    /// <param name="messages">The messages, sorted.</param>
    /// <param name="format">The format.</param>
    /// <param name="mostOfOneCode">How many infos and warnings of one code are printed in full; errors are never left out.</param>
    public static string Print(ImmutableArray<Diagnostic> messages, MessageFormat format, int mostOfOneCode = int.MaxValue) => format switch
    {
        MessageFormat.Json => Json(messages),
        MessageFormat.Github => string.Concat(messages.Select(Github)),
        _ => Text(messages, mostOfOneCode),
    };

    /// <summary>"2 errors, 1 warning", or "no errors".</summary>
    public static string Summary(ImmutableArray<Diagnostic> messages)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(s => (Count: messages.Count(m => m.Severity == s.Item1), Word: s.Item2)).Where(c => c.Count > 0)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count:N0} {c.Word}{(c.Count == 1 ? "" : "s")}")).ToList();
        return counts.Count == 0 ? "no errors" : string.Join(", ", counts);
    }

    /// <summary>The place of a message: <c>content/decisions/d-1.md:4:10</c>.</summary>
    public static string Place(Diagnostic message) => message.At.ToString();

    /// <summary>The line a message is about, with a caret below the place; empty where there is no such line.</summary>
    public static string Excerpt(Diagnostic message)
    {
        var line = message.At.Source.LineAt(message.At.Line);
        if (line.Trim().Length == 0) return "";
        var column = message.At.Column;
        var from = column > MaxExcerpt - 20 ? column - (MaxExcerpt / 2) : 0;
        var shown = line.Length - from > MaxExcerpt ? line.Substring(from, MaxExcerpt) : line[from..];
        // Tabs stay tabs below the line, so that the caret stands where the eye expects it.
        var caret = new string([.. shown.Take(Math.Max(0, column - 1 - from)).Select(c => c == '\t' ? '\t' : ' ')]);
        var length = Math.Clamp(Math.Min(message.At.Length, line.Length - column + 1), 1, Math.Max(1, shown.Length - caret.Length));
        return $"{Printable(shown)}\n{caret}{new string('^', length)}";
    }

    private static string Text(ImmutableArray<Diagnostic> messages, int mostOfOneCode)
    {
        var text = new StringBuilder();
        var left = messages.GroupBy(m => (m.Severity, m.Code)).ToDictionary(g => g.Key, g => g.Key.Severity == Severity.Error ? int.MaxValue : mostOfOneCode);
        foreach (var message in messages)
        {
            if (left[(message.Severity, message.Code)]-- <= 0) continue;
            text.Append(Place(message)).Append(": ").Append(Word(message.Severity)).Append(' ').Append(message.Code).Append(": ").Append(Printable(message.Message));
            if (message.Hint.Length > 0) text.Append(' ').Append(Printable(message.Hint));
            text.Append('\n');
            if (Excerpt(message) is { Length: > 0 } excerpt) text.Append("    ").Append(excerpt.Replace("\n", "\n    ")).Append('\n');
        }

        foreach (var group in messages.Where(m => m.Severity != Severity.Error).GroupBy(m => m.Code, StringComparer.Ordinal).Where(g => g.Count() > mostOfOneCode))
            text.Append(CultureInfo.InvariantCulture, $"… and {group.Count() - mostOfOneCode} more of {group.Key}; `check` shows all of them.\n");
        return text.ToString();
    }

    private static string Json(ImmutableArray<Diagnostic> messages) => Json(json => Write(json, messages));

    /// <summary>JSON as it is printed here: indented, with a line end after it.</summary>
    internal static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>All messages as one array.</summary>
    internal static void Write(Utf8JsonWriter json, ImmutableArray<Diagnostic> messages)
    {
        json.WriteStartArray();
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("severity", Word(message.Severity));
            json.WriteString("code", message.Code);
            json.WriteString("path", message.At.Source.Path);
            json.WriteNumber("line", message.At.Line);
            json.WriteNumber("column", message.At.Column);
            json.WriteString("message", message.Message);
            json.WriteString("hint", message.Hint);
            if (message.Other is { } other) json.WriteString("other", other.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Github(Diagnostic message)
    {
        var command = message.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var text = message.Hint.Length > 0 ? $"{message.Message} {message.Hint}" : message.Message;
        return $"::{command} file={Property(message.At.Source.Path)},line={message.At.Line},col={message.At.Column},title={Property(message.Code)}::{Data(text)}\n";
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");

    private static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    /// <summary>Content may hold control characters that would move a terminal's cursor.</summary>
    internal static string Printable(string text) =>
        text.Any(c => char.IsControl(c) && c is not '\t') ? string.Concat(text.Select(c => char.IsControl(c) && c is not '\t' ? '\uFFFD' : c)) : text;
}
