using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Fetches politely: one request after the other with a pause, again after a failure but later each time, and nothing twice.</summary>
public sealed class Courier
{
    public const long LargestJson = 64L * 1024 * 1024;
    public const long LargestFile = 200L * 1024 * 1024;

    private const int MostRedirects = 5;

    private readonly IWebClient client;
    private readonly AddressRules rules;
    private readonly WebCache cache;
    private readonly TimeSpan pause;
    private readonly Action<TimeSpan> wait;
    private readonly HashSet<string> fileHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="cache">Where answers are kept between calls.</param>
    /// <param name="purpose">What the walk is about, in one line.</param>
    /// <param name="pause">Between two requests.</param>
    /// <param name="wait">Sleeps; a test does not.</param>
    public Courier(IWebClient client, AddressRules rules, IFileStore cache, string purpose, DateOnly today, TimeSpan pause, Action<TimeSpan> wait)
    {
        (this.client, this.rules, this.pause, this.wait) = (client, rules, pause, wait);
        this.cache = new WebCache(cache, purpose, today);
    }

    public int Requests { get; private set; }

    public bool IsResumed => cache.IsResumed;

    /// <summary>Fetches JSON from the server itself.</summary>
    /// <exception cref="FetchFailedException">There is no usable answer.</exception>
    public WebAnswer GetJson(Uri address) => Get(address, LargestJson, rules.IsNamed);

    /// <summary>Fetches a file; the host that the file's address names may be asked, but none that it redirects to.</summary>
    /// <exception cref="FetchFailedException">There is no usable answer.</exception>
    public WebAnswer GetFile(Uri address)
    {
        fileHosts.Add(address.Host);
        return Get(address, LargestFile, to => rules.IsNamed(to) || fileHosts.Contains(to.Host));
    }

    /// <summary>An answer was of no use, whatever its status said: the next walk asks for it again, also one that goes on with this.</summary>
    public void Forget(Uri address) => cache.Forget(address);

    /// <summary>The walk is complete: the next one asks again.</summary>
    public void Finish() => cache.Finish();

    private WebAnswer Get(Uri address, long largest, Func<Uri, bool> mayAsk)
    {
        var cached = cache.Find(address);
        if (cached?.Walk == cache.Walk)
        {
            return new WebAnswer(200, cached.Body) { ContentType = cached.ContentType };
        }

        var answer = Follow(address, new WebQuestion(address, cached?.ETag, cached?.LastModified, largest), mayAsk);
        if (answer.Status == 304 && cached is not null)
        {
            cache.Keep(address, cached);
            return new WebAnswer(200, cached.Body) { ContentType = cached.ContentType };
        }

        if (answer.Status == 200)
        {
            cache.Keep(address, new CachedAnswer(answer.ETag, answer.LastModified, answer.ContentType, cache.Walk, answer.Body));
        }

        return answer;
    }

    private WebAnswer Follow(Uri address, WebQuestion question, Func<Uri, bool> mayAsk)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            var at = question.Address;
            if (at.Scheme is not ("http" or "https"))
            {
                throw new FetchFailedException($"„{address}“ führt zu einer Adresse, die weder mit http noch mit https beginnt.", isFinal: true);
            }

            if (!mayAsk(at))
            {
                throw new FetchFailedException($"„{at.Host}“ ist ein fremder Server und wird nicht gefragt. Wenn das richtig ist, nennen Sie ihn mit --allow-host.", isFinal: true);
            }

            var answer = Ask(question);
            if (answer.Status is not (301 or 302 or 303 or 307 or 308) || answer.Location is null)
            {
                return answer;
            }

            if (!Uri.TryCreate(at, answer.Location, out var target) || (at.Scheme == "https" && target.Scheme == "http"))
            {
                throw new FetchFailedException($"„{at}“ leitet auf eine Adresse um, der nicht gefolgt wird.", isFinal: true);
            }

            question = question with { Address = target };
        }

        throw new FetchFailedException($"„{address}“ leitet im Kreis um.", isFinal: true);
    }

    private WebAnswer Ask(WebQuestion question)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (Requests > 0)
            {
                wait(pause);
            }

            Requests++;
            FetchFailedException failure;
            TimeSpan? asked = null;
            try
            {
                var answer = client.Get(question);
                if (!AskingAgain.IsWorthwhile(answer.Status))
                {
                    return answer;
                }

                failure = new FetchFailedException($"„{question.Address}“ antwortet mit Fehler {answer.Status}.", isFinal: false);
                asked = answer.RetryAfter;
            }
            catch (FetchFailedException problem) when (!problem.IsFinal)
            {
                failure = problem;
            }

            if (attempt >= AskingAgain.MostAttempts)
            {
                throw failure;
            }

            wait(AskingAgain.WaitAfter(attempt, asked));
        }
    }
}
