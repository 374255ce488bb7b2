namespace PublicLedger.Findings.Agreements;

/// <summary>Counts what a text has in common with each of many others at once: a word that only few of them have costs little.</summary>
internal sealed class Overlap
{
    // For each word or pair, a chain of the texts that have it: its first link, and the links in one array.
    private readonly Dictionary<long, int> first;
    private readonly (int Text, int Count, int Next)[] links;

    /// <summary>Prepares texts.</summary>
    /// <param name="texts">The words of each.</param>
    /// <param name="pairsOnly">Whether single words are left out: a long text has most of those of any other.</param>
    public Overlap(IReadOnlyList<WordBag> texts, bool pairsOnly = false)
    {
        var size = texts.Sum(t => t.Items.Length);
        first = new Dictionary<long, int>(size);
        links = new (int, int, int)[size];
        var free = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var (key, count) in texts[i].Items)
            {
                if (pairsOnly && !WordBag.IsPair(key)) continue;
                links[free] = (i, count, first.GetValueOrDefault(key, -1));
                first[key] = free++;
            }
        }
    }

    /// <summary>Fills in, for each of the texts, how much it has in common with a bag.</summary>
    public void Count(WordBag bag, int[] shared)
    {
        Array.Clear(shared);
        foreach (var (key, count) in bag.Items)
        {
            for (var at = first.GetValueOrDefault(key, -1); at >= 0; at = links[at].Next) shared[links[at].Text] += Math.Min(count, links[at].Count);
        }
    }
}
