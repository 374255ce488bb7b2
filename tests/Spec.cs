using System.Globalization;
using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;

namespace PublicLedger.Tests;

/// <summary>
/// One page under Specs/: words for people, and fenced blocks that are a coalition's files and what is expected of them.
/// The word after the fence says what a block is:
/// <c>file PATH</c> a file of the coalition; <c>bytes PATH</c> one written in hexadecimal; <c>repeat PATH COUNT</c> one whose
/// text is repeated; <c>link PATH</c> a symbolic link to the path in the block; <c>today</c> the day; <c>messages</c> what is said;
/// <c>text PAGE SELECTOR</c> and <c>html PAGE SELECTOR</c> a selection of a page; <c>exact PATH</c> a whole file of the site;
/// <c>absent</c> words that are nowhere on the site, or in no file whose name ends as said (<c>absent .html .xml</c>).
/// </summary>
internal sealed class Spec
{
    private static readonly DateOnly UsualDay = new(2026, 11, 21);

    public required string Path { get; init; }

    public List<Block> Blocks { get; } = [];

    public bool ExpectsMessages => Blocks.Exists(b => b.Kind == "messages");

    /// <summary>A fenced block: its kind, what stands after it, its text, and the lines it covers in the page.</summary>
    internal sealed record Block(string Kind, string Rest, string Text, int FirstLine, int LineCount)
    {
        public string Target => Rest.Split(' ', 2)[0];

        public string Selector => Rest.Split(' ', 2) is [_, var selector] ? selector : "body";
    }

    public static Spec Read(string path)
    {
        var spec = new Spec { Path = path };
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var fence = lines[i].TakeWhile(c => c == '`').Count();
            if (fence < 3) continue;
            var close = Array.FindIndex(lines, i + 1, l => l.StartsWith(new string('`', fence), StringComparison.Ordinal) && l.TrimEnd().Length == fence);
            if (close < 0) throw new InvalidDataException($"{path}:{i + 1}: the block is not closed.");
            var words = lines[i][fence..].Trim().Split(' ', 2);
            var text = string.Concat(lines[(i + 1)..close].Select(l => l + "\n"));
            spec.Blocks.Add(new Block(words[0], words.Length > 1 ? words[1] : "", text, i + 1, close - i - 1));
            i = close;
        }

        return spec;
    }

    /// <summary>Builds the spec's coalition in a folder of its own.</summary>
    /// <param name="shuffle">A seed to read the files in another order, or null.</param>
    public Outcome Run(int? shuffle = null)
    {
        var root = Directory.CreateTempSubdirectory("spec-").FullName;
        try
        {
            Write(root);
            var day = Blocks.Find(b => b.Kind == "today") is { } today ? DateOnly.Parse(today.Text.Trim(), CultureInfo.InvariantCulture) : UsualDay;
            var say = new DiagnosticBag();
            var config = Disk.ReadConfig(root);
            var settings = Settings.Bind(config, Kinds.Records, say);
            if (say.HasErrors) return new Outcome(null, say);
            var sources = Disk.Read(root, settings.Sources, config, day, settings.Limits);
            if (shuffle is { } seed)
            {
                var order = sources.Content.ToArray();
                new Random(seed).Shuffle(order);
                sources = sources with { Content = [.. order] };
            }

            var build = Pipeline.Run(sources, settings, BuiltIn.Templates, say, new Stages());
            return new Outcome(build.Artifacts?.ToDictionary(a => a.Path, a => a.Bytes.ToArray(), StringComparer.Ordinal), say);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The page with what really came out in the place of what was expected.</summary>
    public string Updated(Outcome outcome)
    {
        var lines = File.ReadAllText(Path).ReplaceLineEndings("\n").Split('\n').ToList();
        foreach (var block in Enumerable.Reverse(Blocks))
        {
            if (outcome.Of(block) is not { } actual || block.Kind == "absent") continue;
            lines.RemoveRange(block.FirstLine, block.LineCount);
            lines.InsertRange(block.FirstLine, actual.TrimEnd('\n').Split('\n').Where(l => actual.Trim().Length > 0));
        }

        return string.Join('\n', lines);
    }

    private void Write(string root)
    {
        if (!Blocks.Exists(b => b.Kind is "file" && b.Target == "site.config.yml")) File.WriteAllText(System.IO.Path.Combine(root, "site.config.yml"), "name: Test coalition\n");
        Directory.CreateDirectory(System.IO.Path.Combine(root, "content"));
        foreach (var block in Blocks.Where(b => b.Kind is "file" or "bytes" or "repeat" or "link"))
        {
            var place = System.IO.Path.Combine(root, block.Target);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            switch (block.Kind)
            {
                case "link": File.CreateSymbolicLink(place, block.Text.Trim()); break;
                case "bytes": File.WriteAllBytes(place, Convert.FromHexString(string.Concat(block.Text.Where(char.IsAsciiHexDigit)))); break;
                case "repeat": File.WriteAllText(place, Repeated(block)); break;
                default: File.WriteAllText(place, block.Text); break;
            }
        }
    }

    /// <summary>
    /// What stands between lines of only "…" as often as said, what stands before and after it once.
    /// A part that ends in a backslash stays on one line.
    /// </summary>
    private static string Repeated(Block block)
    {
        var count = int.Parse(block.Selector, CultureInfo.InvariantCulture);
        var (head, part, tail) = block.Text.Split("…\n") switch
        {
            [var before, var repeated, var after] => (before, repeated, after),
            [var before, var repeated] => (before, repeated, "\n"),
            _ => ("", block.Text, "\n"),
        };
        if (part.EndsWith("\\\n", StringComparison.Ordinal)) part = part[..^2];
        return new StringBuilder(head).Insert(head.Length, part, count).Append(tail).ToString();
    }
}

/// <summary>What a spec's coalition came to.</summary>
internal sealed record Outcome(Dictionary<string, byte[]>? Site, DiagnosticBag Say)
{
    public string Messages => string.Concat(Say.Sorted().Select(m =>
        $"{DiagnosticPrinter.Place(m)}: {m.Severity.ToString().ToLowerInvariant()} {m.Code}: {m.Message}{(m.Hint.Length > 0 ? " " + m.Hint : "")}\n"));

    /// <summary>What came out for a block that expects something; null for a block that does not.</summary>
    public string? Of(Spec.Block block) => block.Kind switch
    {
        "messages" => Messages,
        "text" or "html" => Site is null ? "(nothing was built)\n" : Selection(block),
        "exact" => Site is null ? "(nothing was built)\n" : Site.TryGetValue(block.Target, out var bytes) ? Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n") : "(no such file)\n",
        "absent" => string.Concat(block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(words => Site is null || !Site.Any(f => Covers(block, f.Key) && Encoding.UTF8.GetString(f.Value).Contains(words, StringComparison.OrdinalIgnoreCase))).Select(l => l + "\n")),
        _ => null,
    };

    private static bool Covers(Spec.Block block, string path) =>
        block.Rest.Length == 0 || block.Rest.Split(' ').Any(end => path.EndsWith(end, StringComparison.Ordinal));

    private string Selection(Spec.Block block)
    {
        if (!Site!.TryGetValue(block.Target, out var bytes)) return "(no such page)\n";
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
        return string.Concat(page.QuerySelectorAll(block.Selector).Select(e =>
            block.Kind == "html" ? e.OuterHtml.Trim() + "\n" : string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + "\n"));
    }
}
