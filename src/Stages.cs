using System.Diagnostics;

namespace PublicLedger;

/// <summary>How long each stage took, for those who want to know where the time goes.</summary>
internal sealed class Stages(Action<string>? starting = null)
{
    private readonly List<(string Name, TimeSpan Wall, TimeSpan Cpu)> times = [];

    /// <summary>The stages so far: name, wall time, and processor time of all threads together.</summary>
    public IReadOnlyList<(string Name, TimeSpan Wall, TimeSpan Cpu)> Times => times;

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
