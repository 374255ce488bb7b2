using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of topics.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>Two topics of one id.</summary>
    public void TopicTwice(Location at, string id) =>
        Error(at, $"Another topic has the id \"{id}\" already.", "Make one topic of the two, with the other name as one of its `aliases`, or give this one an `id` of its own.");

    /// <summary>A topic that is not in the configuration and looks like one that is.</summary>
    public void TopicMisspelt(Location at, string written, string near) =>
        Warning(at, $"There is no topic called \"{Short(written)}\" in site.config.yml, and it looks like \"{near}\".", $"Write \"{near}\" if that was meant. Otherwise it becomes a topic of its own.");
}
