"""Runs OpenStack Swift with its S3 interface in a new folder, on free ports of this machine, until stdin ends.

Takes an access key `account:user` and its secret, and prints the port. It is the real server, with one copy of
everything; all its parts run in one process, as Swift's own functional tests run them.
"""
import os
import shutil
import sys
import tempfile

import eventlet
from eventlet import hubs, wsgi
from swift.common import utils
from swift.common.ring import RingBuilder
from swift.common.wsgi import SwiftHttpProtocol, loadapp

access_key, secret = sys.argv[1:]
folder = tempfile.mkdtemp(prefix="justmet-swift-")
filters = {
    "catch_errors": "",
    "gatekeeper": "",
    # Nothing listens there: it remembers nothing, and asks the parts that know.
    "memcache": "memcache_servers = 127.0.0.1:1",
    "listing_formats": "",
    "s3api": "location = us-east-1",
    "tempauth": f"user_{access_key.replace(':', '_')} = {secret} .admin",
    "bulk": "",
    "slo": "",
}


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    return path


def make_ring(part, port):
    builder = RingBuilder(1, 1, 0)
    where = {"region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "disk"}
    builder.add_dev({"id": 0, "weight": 1, **where})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, f"{part}.ring.gz"))


def serve(part, sections, sock):
    pipeline = " ".join([*sections, f"{part}-server"])
    text = f"[DEFAULT]\nswift_dir = {folder}\ndevices = {folder}\nmount_check = false\n"
    text += f"[pipeline:main]\npipeline = {pipeline}\n"
    text += f"[app:{part}-server]\nuse = egg:swift#{part}\naccount_autocreate = true\nallow_account_management = true\n"
    for name, setting in sections.items():
        text += f"[filter:{name}]\nuse = egg:swift#{name}\n{setting}\n"
    app = loadapp(write(f"{part}.conf", text))
    settings = {"protocol": SwiftHttpProtocol, "capitalize_response_headers": False, "log_output": False}
    eventlet.spawn(wsgi.server, sock, app, **settings)


def start():
    os.mkdir(os.path.join(folder, "disk"))
    write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = justmet\n[storage-policy:0]\nname = one\ndefault = yes\n")
    utils.eventlet_monkey_patch()
    utils.set_swift_dir(folder)
    sockets = {part: eventlet.listen(("127.0.0.1", 0)) for part in ("account", "container", "object", "proxy")}
    for part in ("account", "container", "object"):
        make_ring(part, sockets[part].getsockname()[1])
    for part, sock in sockets.items():
        serve(part, filters if part == "proxy" else {}, sock)
    print(sockets["proxy"].getsockname()[1], flush=True)


try:
    start()
    while True:
        hubs.trampoline(0, read=True)
        if not os.read(0, 100):
            break
finally:
    shutil.rmtree(folder)
os._exit(0)
