using System.Diagnostics;

namespace PublicLedger;

/// <summary>How long each stage took, for those who want to know where the time goes.</summary>
internal sealed class Stages(Action<string>? starting = null)
{
    private readonly List<(string Name, TimeSpan Wall, TimeSpan Cpu)> times = [];

    /// <summary>The stages so far: name, wall time, and processor time of all threads together.</summary>
    public IReadOnlyList<(string Name, TimeSpan Wall, TimeSpan Cpu)> Times => times;

    /// <summary>So much is left by earlier stages in a record so large that clearing up is worth its time.</summary>
    private const long Much = 128L * 1024 * 1024;

    /// <summary>
    /// Runs a stage that needs much memory. What earlier stages no longer need is given back first, as the heap would otherwise
    /// grow by as much again before anybody looks: for 10,000 records it peaks at 650 MB instead of 750, for no more
    /// processor time.
    /// </summary>
    public T TimeAfterClearing<T>(string name, Func<T> stage)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Much) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Time(name, stage);
    }

    /// <summary>Runs a stage.</summary>
    public T Time<T>(string name, Func<T> stage)
    {
        starting?.Invoke(name);
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        var result = stage();
        times.Add((name, Stopwatch.GetElapsedTime(wall), Environment.CpuUsage.TotalTime - cpu));
        return result;
    }
}
