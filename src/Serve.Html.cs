using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PublicLedger;

/// <summary>What the preview adds to the pages it serves. The site's own bytes stay as they are.</summary>
internal static partial class ServedHtml
{
    /// <summary>The page with the script that loads it again, and with leave for that script in the page's content security policy.</summary>
    public static string WithReload(string html, string siteVersion)
    {
        html = PolicyMeta().Replace(html, meta => ContentOf().Replace(meta.Value, content =>
        {
            var policy = WebUtility.HtmlDecode(content.Groups["double"].Success ? content.Groups["double"].Value : content.Groups["single"].Value);
            return $"content=\"{WebUtility.HtmlEncode(Allow(policy))}\"";
        }));
        var script = $"<script src=\"/-/reload.js\" data-site=\"{siteVersion}\" defer></script>";
        var end = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + script : html.Insert(end, script);
    }

    /// <summary>A content security policy that also allows scripts from the site itself and requests to it.</summary>
    internal static string Allow(string policy)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var fallback = directives.Find(one => NameOf(one) == "default-src")?["default-src".Length..].Trim();
        foreach (var wanted in new[] { "script-src", "connect-src" })
        {
            if (!directives.Exists(one => NameOf(one) == wanted) && fallback is not null) directives.Add($"{wanted} {fallback}");
        }

        for (var i = 0; i < directives.Count; i++)
        {
            if (NameOf(directives[i]) is not ("script-src" or "script-src-elem" or "connect-src")) continue;
            var words = directives[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "'none'").ToList();
            if (!words.Contains("'self'")) words.Add("'self'");
            directives[i] = string.Join(' ', words);
        }

        return string.Join("; ", directives);

        static string NameOf(string directive) => directive.Split(' ')[0].ToLowerInvariant();
    }

    /// <summary>The page where there is no good site yet: only the messages, in plain HTML.</summary>
    public static string ErrorPage(Preview.Shown shown)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>The site cannot be shown yet</title>");
        page.Append("<script src=\"/-/reload.js\" data-site=\"").Append(shown.SiteVersion).Append("\" data-errors=\"").Append(shown.Version).Append("\" defer></script></head>\n");
        page.Append("<body><h1>The site cannot be shown yet</h1>\n<p>Correct what follows and save; this page then loads again by itself.</p>\n");
        foreach (var message in shown.Errors)
        {
            page.Append("<section><p><code>").Append(WebUtility.HtmlEncode(message.Place)).Append("</code> <strong>").Append(WebUtility.HtmlEncode(message.Severity));
            page.Append(":</strong> ").Append(WebUtility.HtmlEncode(message.Text)).Append("</p>");
            if (message.Excerpt.Length > 0) page.Append("<pre>").Append(WebUtility.HtmlEncode(message.Excerpt)).Append("</pre>");
            if (message.Hint.Length > 0) page.Append("<p>").Append(WebUtility.HtmlEncode(message.Hint)).Append("</p>");
            page.Append("</section>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    [GeneratedRegex("<meta\\b[^>]*http-equiv\\s*=\\s*[\"']?Content-Security-Policy\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex PolicyMeta();

    [GeneratedRegex("\\bcontent\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)')", RegexOptions.IgnoreCase)]
    private static partial Regex ContentOf();
}

/// <summary>The script in served pages. All text enters the page as text, never as HTML.</summary>
internal static class ReloadScript
{
    public const string Text = """
        "use strict";
        (() => {
          const { site, errors } = document.currentScript.dataset;
          let version = errors ?? "";
          let box = null;

          function add(parent, name, text, style) {
            const element = document.createElement(name);
            element.textContent = text;
            element.style.cssText = style ?? "";
            parent.append(element);
            return element;
          }

          function show(messages) {
            box?.remove();
            box = null;
            if (messages.length === 0) return;
            box = add(document.body, "div", "", "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;"
              + "background:#fff;color:#1a1a1a;border-top:4px solid #b00020;padding:1rem;font:16px/1.5 system-ui,sans-serif");
            box.setAttribute("role", "alert");
            add(box, "strong", "This page is as it was before the last change, which has errors:");
            for (const message of messages) {
              const part = add(box, "div", "", "margin-top:.75rem");
              if (message.place) add(part, "code", message.place + " ");
              add(part, "span", message.severity + ": " + message.text);
              if (message.excerpt) add(part, "pre", message.excerpt, "margin:.25rem 0;overflow:auto");
              if (message.hint) add(part, "div", message.hint, "font-style:italic");
            }
          }

          async function listen() {
            for (;;) {
              try {
                const answer = await fetch("/-/changes?since=" + encodeURIComponent(version), { cache: "no-store" });
                const news = await answer.json();
                if (news.site !== site || (errors && news.version !== errors)) return location.reload();
                if (news.version !== version) show(news.errors);
                version = news.version;
              } catch {
                await new Promise(later => setTimeout(later, 1000));
              }
            }
          }

          listen();
        })();

        """;
}
